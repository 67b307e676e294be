/** Corrects what the renderer gets wrong: an address that calls home, missing names, and contrast below WCAG AA. */

// The maker stays named; only the picture no longer comes from the maker's host.
const mark =
  "<svg xmlns='http://www.w3.org/2000/svg' width='52' height='14'><text y='11' font-family='sans-serif' font-size='11' font-weight='600' fill='#22242b'>Redoc</text></svg>";
const logo = `data:image/svg+xml,${encodeURIComponent(mark)}`;

const depthColours = `[${Array.from({ length: 9 }, (_, depth) => `'var(--depth-${depth})'`).join()}]`;
// Without one of its own a browser asks the root of the host.
const icon = '<link rel="icon" href="../favicon.svg">';

const mediaTypeSwitch =
  /"aria-label":(\w+),(children:\(0,\w+\.jsx\)\(\w+,\{children:(\w+)\?\.labelNode\?\?\3\?\.label\}\))/g;

/**
 * The built page, corrected.
 *
 * @throws When what is to be corrected is no longer there: then the renderer has changed and this file must be looked at.
 */
export function mendReference(html: string, styles: string): string {
  let mended = replaceEvery(html, /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(-full)?\.svg/g, logo);
  // The switch between examples shows the name of the example, and hid it from screen readers behind the word Example.
  mended = replaceEvery(mended, /"aria-label":`Example`,/g, '');
  // The switch between media types shows the chosen one, and hid it from screen readers behind what it switches.
  mended = replaceEvery(
    mended,
    mediaTypeSwitch,
    (_, label, children, chosen) => `"aria-label":${label}&&${label}+": "+${chosen}?.label,${children}`,
  );
  // Names of nested fields have a colour by depth, too faint in one theme or the other: the styles have one for each.
  mended = replaceEvery(mended, /\[`#9D00FF`(,`#[0-9A-F]{6}`){8}\]/g, depthColours);
  mended = mended.replace('</head>', () => `${icon}<style>\n${styles}</style>\n</head>`);
  return mended;
}

function replaceEvery(text: string, pattern: RegExp, replacement: string | ((...caught: string[]) => string)): string {
  if (text.search(pattern) < 0)
    throw new Error(`The renderer no longer writes ${pattern}: look at scripts/reference/mend.ts.`);
  return text.replace(pattern, typeof replacement === 'string' ? () => replacement : replacement);
}
