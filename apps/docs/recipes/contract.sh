# In a clone of the repository. The build makes the command.
npx --yes pnpm@12 build

# Against a mock tenant that is started for the run: each case once, then all of one section, each in every manner.
node packages/contract/dist/cli.js run --sample
node packages/contract/dist/cli.js run --section Stories --reporter people --reporter junit="${1:-contract.xml}"

# Against one that runs already, only with the key of a viewer.
node packages/contract/dist/cli.js run --target http://127.0.0.1:4010 --section Tags --key teamViewer
