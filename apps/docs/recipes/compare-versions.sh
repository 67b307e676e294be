# What changed between two copies of the document, the breaking changes marked as major.
npx --yes @redocly/cli@2 diff "$1" "$2" --format markdown --fail-on none
