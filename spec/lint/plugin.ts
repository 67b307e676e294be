import type { Plugin } from '@redocly/openapi-core';
import { accessMark } from './rules/access-mark.ts';
import { availabilityMark } from './rules/availability-mark.ts';
import { bodyExample } from './rules/body-example.ts';
import { componentFileUnique } from './rules/component-file-unique.ts';
import { descriptionFullStop } from './rules/description-full-stop.ts';
import { discriminatorMapping } from './rules/discriminator-mapping.ts';
import { errorSet } from './rules/error-set.ts';
import { evidenceMark } from './rules/evidence-mark.ts';
import { exampleFits } from './rules/example-fits.ts';
import { keyOrder } from './rules/key-order.ts';
import { lifecycleMarks } from './rules/lifecycle-marks.ts';
import { noBareObject } from './rules/no-bare-object.ts';
import { noBooleanValues } from './rules/no-boolean-values.ts';
import { noDefaultBesideUnion } from './rules/no-default-beside-union.ts';
import { noFalseSchema } from './rules/no-false-schema.ts';
import { noHiddenGlobal } from './rules/no-hidden-global.ts';
import { noOptionalSecurity } from './rules/no-optional-security.ts';
import { noTakenName } from './rules/no-taken-name.ts';
import { paginationMark } from './rules/pagination-mark.ts';
import { pathFileName } from './rules/path-file-name.ts';
import { propertyDescription } from './rules/property-description.ts';
import { rateLimitMark } from './rules/rate-limit-mark.ts';
import { summaryForm } from './rules/summary-form.ts';
import { valueMarks } from './rules/value-marks.ts';

/** The own rules, as Redocly takes them. Which of them run on the sources and which on the bundle is in the two rulesets beside. */
export default function plugin(): Plugin {
  return {
    id: 'house',
    rules: {
      oas3: {
        'access-mark': accessMark,
        'availability-mark': availabilityMark,
        'body-example': bodyExample,
        'component-file-unique': componentFileUnique,
        'description-full-stop': descriptionFullStop,
        'discriminator-mapping': discriminatorMapping,
        'error-set': errorSet,
        'evidence-mark': evidenceMark,
        'example-fits': exampleFits,
        'key-order': keyOrder,
        'lifecycle-marks': lifecycleMarks,
        'no-bare-object': noBareObject,
        'no-boolean-values': noBooleanValues,
        'no-default-beside-union': noDefaultBesideUnion,
        'no-false-schema': noFalseSchema,
        'no-hidden-global': noHiddenGlobal,
        'no-optional-security': noOptionalSecurity,
        'no-taken-name': noTakenName,
        'pagination-mark': paginationMark,
        'path-file-name': pathFileName,
        'property-description': propertyDescription,
        'rate-limit-mark': rateLimitMark,
        'summary-form': summaryForm,
        'value-marks': valueMarks,
      },
    },
  };
}
