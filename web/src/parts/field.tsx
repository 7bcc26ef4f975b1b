/** A field with its label above and, beside it, what the API says is wrong with it. */
import { type ReactNode, useId } from 'react';
import { type FieldProblem, Problem } from '../api/client';

interface Given {
  id: string;
  'aria-invalid': boolean;
  'aria-describedby': string | undefined;
}

interface Props {
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly wrong?: string | undefined;
  readonly children: (given: Given) => ReactNode;
}

export function Field({ label, help, wrong, children }: Props) {
  const id = useId();
  const told = wrong !== undefined || help !== undefined;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': wrong !== undefined, 'aria-describedby': told ? `${id}-told` : undefined })}
      {told && (
        <p id={`${id}-told`} className={wrong === undefined ? 'hint' : 'wrong'} role={wrong && 'alert'}>
          {wrong ?? help}
        </p>
      )}
    </div>
  );
}

/** Whether a refusal speaks of none of the fields on the page, nor of a row of one. */
export function isElsewhere(error: unknown, shown: readonly string[]): boolean {
  return !(
    error instanceof Problem &&
    error.errors.some(({ field }) => shown.includes(field) || shown.includes(field.replace(/\[.*$/, '')))
  );
}

export const wrongIn = (error: unknown, field: string): string | undefined =>
  error instanceof Problem ? error.errors.find((found: FieldProblem) => found.field === field)?.message : undefined;
