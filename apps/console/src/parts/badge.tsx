import type { ComponentChildren } from 'preact';
import type { KeyType } from '../api/client.ts';
import { typeNames } from './text.ts';

type Tone = 'plain' | 'good' | 'bad' | 'warn' | KeyType;

export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ComponentChildren }) {
  return <span class={`badge badge-${tone}`}>{children}</span>;
}

export function TypeBadge({ type }: { type: KeyType }) {
  return <Badge tone={type}>{typeNames[type]}</Badge>;
}

/** The status of an answer, in colour and in figures. */
export function StatusBadge({ status }: { status: number }) {
  return <Badge tone={status < 400 ? 'good' : status < 500 ? 'warn' : 'bad'}>{status}</Badge>;
}
