# In a clone: one archive for each package, built from what you have before you.
npx --yes pnpm@12 build
for name in spec types client contract mock-tenant; do
  npx --yes pnpm@12 --filter "@tines-openapi/$name" pack --pack-destination "${1:-packed}"
done
