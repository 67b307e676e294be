/** Days that are in every month, and seconds that are in every minute, in UTC. */
const ordinary = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/;

/**
 * The format `date-time` (RFC 3339, 5.6) with a short way for nearly all of its values: a list holds dozens of them, and
 * taking each apart is half of what it costs to hold a list against the document.
 *
 * @param careful Takes a text apart; decides about the rest.
 */
export function dateTime(careful: (text: string) => boolean): (text: string) => boolean {
  return (text) => ordinary.test(text) || careful(text);
}
