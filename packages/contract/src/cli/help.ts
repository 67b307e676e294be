/** What `--help` prints. */
export function renderHelp(): string {
  return `Usage: tines-contract <command> [options]

Commands:
  run      run contract cases against a target and report
  drift    find where a live API, or recorded traffic, differs from the document
  record   record traffic to a HAR file without keys, for drift --har
  case     turn a filled issue form "the document is wrong" into a case

Options of run:
  -t, --target <address>    API to hold against the cases       (a mock tenant, started for the run)
      --keys <file>         JSON with a secret by kind of key   (demo keys on loopback; else TINES_API_KEY as tenantOwner)
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

Options of drift (the tenant comes from TINES_TENANT, the key from TINES_API_KEY; only GET is ever sent):
      --dry-run             list what would be called, send nothing
      --most <number>       most calls                           (300)
      --section <name>      only this section; may repeat
      --har <file>          recorded traffic instead of a live API
      --markdown <file>     write the report there               (standard output)
      --json <file>         write the report as JSON too

Options of record (needs @redocly/cli beside this package; the tenant comes from TINES_TENANT):
      --har <file>          where the traffic goes when the recording is interrupted
      --port <number>       port to call instead of the tenant   (4040)

Options of case:
      --issue <file>        the body of the issue, in Markdown
      --out <file>          write the file of cases there        (standard output)

  -h, --help                print this
  -v, --version             print the version

Exit codes: 0 all holds, 1 something does not or differs, 2 wrong input, 3 no answer, 4 key refused, 5 not this API.

Examples:
  tines-contract run --section Stories
  tines-contract run --target http://127.0.0.1:4010 --reporter people --reporter junit=contract.xml
  TINES_TENANT=acme.tines.com tines-contract drift --dry-run
  tines-contract drift --har recorded.har --json drift.json
`;
}
