import type { CaseInputRow } from '../../state/rows/cases.ts';
import { patternOf } from './inputs.ts';

/**
 * Why an input does not take a value.
 *
 * @param value As text; several options are joined by `|`.
 * @returns A sentence that says what is allowed, or undefined where the value is good.
 */
export function wrongValue(input: CaseInputRow, value: string): string | undefined {
  if (!fitsType(input.input_type, value)) return `value of ${input.name} must be a ${input.input_type}.`;
  const { options = [], regex } = input.validation_options;
  if (input.validation_type === 'options' && !value.split('|').every((part) => options.includes(part))) {
    return `value of ${input.name} must be one of ${options.join(', ')}, or several of them with | between them.`;
  }
  const pattern = input.validation_type === 'regex' ? patternOf(regex) : undefined;
  return pattern && !pattern.test(value) ? `value of ${input.name} must match ${regex}.` : undefined;
}

function fitsType(type: CaseInputRow['input_type'], value: string): boolean {
  switch (type) {
    case 'number':
      return value.trim() !== '' && Number.isFinite(Number(value));
    case 'boolean':
      return value === 'true' || value === 'false';
    case 'timestamp':
      return !Number.isNaN(Date.parse(value));
    default:
      return true;
  }
}
