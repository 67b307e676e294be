# In a clone of the repository. The build makes the command.
npx --yes pnpm@12 build

# Tenant and key come from the environment, so that no key stands in a history of commands.
export TINES_TENANT="$TINES_TENANT_URL"

# What would be called. Nothing is sent.
node packages/contract/dist/cli.js drift --dry-run

# One section, with twenty calls at most. The report is printed; for a program it is written as JSON too.
node packages/contract/dist/cli.js drift --section Stories --most 20 --json "${1:-drift.json}"
