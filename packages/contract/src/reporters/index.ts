import type { Report } from '../run/report.ts';
import { renderGithub } from './github.ts';
import { renderJunit } from './junit.ts';
import { renderForPeople } from './people.ts';

/** Puts a report into text. */
export type Reporter = (report: Report) => string;

/** Reporters by the name that the command line knows. */
export const reporters = {
  people: renderForPeople,
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
  junit: renderJunit,
  github: renderGithub,
} as const satisfies Record<string, Reporter>;

export type ReporterName = keyof typeof reporters;
