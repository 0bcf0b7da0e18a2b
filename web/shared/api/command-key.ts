import { useRef } from 'react';
import { uuid } from './uuid';

/**
 * Idempotency keys of one form: the same content keeps its key over every retry, so that nothing is done twice;
 * other content is another request and gets another key.
 */
export class CommandKeys {
  private content = '';
  private key = '';

  constructor(private readonly fresh: () => string = uuid) {}

  keyFor(input: unknown): string {
    const content = JSON.stringify(input) ?? '';
    if (this.key === '' || content !== this.content) {
      this.content = content;
      this.key = this.fresh();
    }
    return this.key;
  }

  /** After a success the next submission is a new one, even with the same words. */
  done(): void {
    this.key = '';
  }
}

export const useCommandKeys = (): CommandKeys => {
  const keys = useRef<CommandKeys>(undefined);
  keys.current ??= new CommandKeys();
  return keys.current;
};
