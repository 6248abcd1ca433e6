// A sample of the ways in which true exports are broken; `npm run test:large` tries them all.

import { defineVariantTests } from "./variant-tests.ts";

defineVariantTests(11);
