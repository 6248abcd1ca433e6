// Composes the site's build for Eleventy. Options come from the command line through scripts/site/current-build.ts; a build by
// `npm run build` hands the same function over without this file.
export { configureSite as default } from "./scripts/site/configure.ts";
