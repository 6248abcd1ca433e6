// Composes the site's build for Eleventy. Options come from the command line through scripts/site/current-build.ts.
export { configureSite as default } from "./scripts/site/configure.ts";
