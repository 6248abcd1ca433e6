// Every way in which true exports are broken, at every place.

import { defineVariantTests } from "./variant-tests.ts";

defineVariantTests(1);
