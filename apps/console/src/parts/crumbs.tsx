/** The way back to where one came from. */
export function Crumbs({ of }: { of: readonly (readonly [string, string])[] }) {
  return (
    <nav aria-label="Way back" class="crumbs">
      <ol>
        {of.map(([label, href]) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
