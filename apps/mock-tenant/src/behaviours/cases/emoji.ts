import type { State } from '../../state/state.ts';

/** The emoji that are known here by both their name and their character. */
const characters: Record<string, string> = {
  ':computer:': '💻',
  ':fishing_pole_and_fish:': '🎣',
  ':id:': '🆔',
  ':lock:': '🔒',
  ':mag:': '🔍',
  ':rotating_light:': '🚨',
  ':shield:': '🛡️',
  ':warning:': '⚠️',
};

/** The character of an emoji; one that is not known stays as it came. */
export function emojiCharacter(name: string): string {
  return characters[name] ?? name;
}

/** An emoji for a template that came without one. */
export function randomEmoji({ random }: State): string {
  const names = Object.keys(characters);
  return names[random.next() % names.length] as string;
}
