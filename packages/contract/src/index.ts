export { allCases } from './cases/all.ts';
export { exampleRequest, generateCases } from './cases/generate.ts';
export { demoKeys, type KeyName, type Keys, keyNames } from './cases/keys.ts';
export { CaseFileError, loadCases, readCases } from './cases/load.ts';
export type {
  Case,
  CaseFile,
  CaseRequest,
  CaseStep,
  Expectation,
  Fact,
  Refusal,
  Scheme,
  SectionCase,
} from './cases/types.ts';
export { type Answer, answerDifferences } from './judge/answer.ts';
export { type Difference, type DifferenceKind, describeDifference } from './judge/difference.ts';
export type { CallerName } from './run/call.ts';
export type { Manner } from './run/hold.ts';
export type { CaseResult, Count, Outcome, Report } from './run/report.ts';
export { type RunOptions, runCases } from './run/run-cases.ts';
