const about = {
  run: 'run contract cases against a target and report',
  drift: 'find where a live API, or recorded traffic, differs from the document',
  record: 'record traffic to a HAR file without keys, for drift --har',
  case: 'turn a filled issue form "the document is wrong" into a case',
} as const;

export type CommandName = keyof typeof about;

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(about, name);
}

const options: Readonly<Record<CommandName, string>> = {
  run: `Options of run:
  -t, --target <address>    API to hold against the cases       (a mock tenant, started for the run)
      --keys <file>         JSON with a secret by kind of key   (with --target: TINES_API_KEY as tenantOwner where it
                            is set; else the demo keys on loopback; a mock that the run starts has the demo keys)
      --cases <file>        a file of cases instead of those that come along; may repeat
      --section <name>      only this section; may repeat
      --operation <id>      only this operation; may repeat
      --key <kind>          only cases that call with this kind of key; may repeat
      --scheme <name>       bearer or userToken; may repeat      (both)
      --caller <name>       client or fetch; may repeat          (both)
      --sample              each case once, in a scheme and through a caller drawn from the seed
      --seed <number>       order of the cases; the same number gives the same order   (1)
      --denied <status>     403 or 404 for a valid key without the right               (either)
      --allow-writes        also call what writes, where the target is not on loopback (reads only)
      --no-reset            do not put a mock tenant back to its seed before each case
      --reporter <name>     people, json, junit or github; name=file writes to a file; may repeat   (people)
`,
  drift: `Options of drift (the tenant comes from TINES_TENANT, the key from TINES_API_KEY; only GET is ever sent):
      --dry-run             list what would be called, send nothing
      --most <number>       most calls                           (300)
      --section <name>      only this section; may repeat
      --har <file>          recorded traffic instead of a live API; TINES_TENANT says whose, where it holds several hosts
      --markdown <file>     write the report there               (standard output)
      --json <file>         write the report as JSON too
`,
  record: `Options of record (needs @redocly/cli beside this package; the tenant comes from TINES_TENANT):
      --har <file>          where the traffic goes when the recording is interrupted
      --port <number>       port to call instead of the tenant   (4040)
`,
  case: `Options of case:
      --issue <file>        the body of the issue, in Markdown
      --out <file>          write the file of cases there        (standard output)
`,
};

const examples: Readonly<Record<CommandName, string>> = {
  run: `  tines-contract run --section Stories
  tines-contract run --target http://127.0.0.1:4010 --reporter people --reporter junit=contract.xml
`,
  drift: `  TINES_TENANT=acme.tines.com tines-contract drift --dry-run
  tines-contract drift --har recorded.har --json drift.json
`,
  record: `  TINES_TENANT=acme.tines.com tines-contract record --har recorded.har
`,
  case: `  tines-contract case --issue issue.md --out case.json
`,
};

const general = `  -h, --help                print this; after a command, what belongs to it
  -v, --version             print the version
`;

const exitCodes = `Exit codes: 0 all holds, 1 something does not or differs, 2 wrong input, 3 no answer, 4 key refused, 5 not this API.
`;

/**
 * What `--help` prints.
 *
 * @param command What stands before it. Where that is a command, only what belongs to it is printed.
 */
export function renderHelp(command = ''): string {
  const known = isCommand(command);
  const names = known ? [command] : (Object.keys(about) as CommandName[]);
  const lines = names.map((name) => `  ${name.padEnd(8)} ${about[name]}\n`).join('');
  return [
    `Usage: tines-contract ${known ? command : '<command>'} [options]\n`,
    known ? lines : `Commands:\n${lines}`,
    ...names.map((name) => options[name]),
    general,
    exitCodes,
    `Examples:\n${names.map((name) => examples[name]).join('')}`,
  ].join('\n');
}
