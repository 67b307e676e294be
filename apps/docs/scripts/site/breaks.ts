/** Says where long names in tables may be broken, so that no word is cut and the columns after it stay in sight. */

/** Puts a place to break after each slash and underscore, and before each capital inside a word, of code in table cells. */
export function allowBreaks(html: string): string {
  return html.replace(/<td[^>]*>.*?<\/td>/gs, (cell) =>
    cell.replace(/(<code[^>]*>)([^<]*)<\/code>/g, (_, open: string, text: string) => `${open}${broken(text)}</code>`),
  );
}

function broken(text: string): string {
  return text.replace(/([/_])(?=\S)/g, '$1<wbr>').replace(/(?<=[a-z]{3})(?=[A-Z][a-z])/g, '<wbr>');
}
