/** What happened (考核记录), written down: its kind and ground by the scheme, its day, and what is to be said of it. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { numberText } from '../assessment/sums';
import { Field, wrongIn } from '../parts/field';
import type { Kind } from './scheme-in';
import { useDeed } from './use-deed';

type EntryKind = Schemas['EntryDto']['kind'];

/** What an entry can be about: the kinds of the scheme, and the grounds of each criterion that counts. */
export interface Choices {
  readonly bonus?: readonly Kind[];
  readonly penalty?: readonly Kind[];
  readonly veto?: readonly Kind[];
  readonly occurrence?: readonly { readonly code: string; readonly name: string; readonly grounds: readonly Kind[] }[];
}

interface Props {
  choices: Choices;
  words: { open: string; save: string; help?: string };
  of: readonly string[];
  save: (entry: Schemas['EntryDto']) => Promise<unknown>;
}

export function EntryForm({ choices, words, of, save }: Props) {
  const [open, setOpen] = useState(false);
  const kinds = (['occurrence', 'bonus', 'penalty', 'veto'] as const).filter(
    (kind) => (choices[kind] ?? []).length > 0,
  );
  if (kinds.length === 0) return null;
  if (!open)
    return (
      <div className="deeds no-print">
        <Button onClick={() => setOpen(true)}>{words.open}</Button>
        {words.help !== undefined && <span className="hint">{words.help}</span>}
      </div>
    );
  return <Form {...{ choices, words, of, save, kinds }} onDone={() => setOpen(false)} />;
}

function Form({ choices, words, of, save, kinds, onDone }: Props & { kinds: EntryKind[]; onDone: () => void }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<EntryKind>(kinds[0] ?? 'bonus');
  const [criterion, setCriterion] = useState(choices.occurrence?.[0]?.code ?? '');
  const [ground, setGround] = useState<string>();
  const [typed, setTyped] = useState({ count: '1', points: '', occurredOn: '', words: '' });
  const type = (change: Partial<typeof typed>) => setTyped({ ...typed, ...change });
  const occurs = kind === 'occurrence';
  const grounds = occurs
    ? (choices.occurrence?.find(({ code }) => code === criterion)?.grounds ?? [])
    : (choices[kind] ?? []);
  const chosen = grounds.find(({ code }) => code === ground) ?? grounds[0];
  const open = (kind === 'bonus' || kind === 'penalty') && chosen?.each === undefined;
  const record = useDeed({
    run: async () => {
      await save({
        kind,
        ground: chosen?.code ?? '',
        occurredOn: typed.occurredOn,
        words: typed.words,
        ...(occurs ? { criterion } : {}),
        ...(kind === 'veto' ? {} : { count: Number(typed.count) }),
        ...(open ? { points: numberText(typed.points) } : {}),
      });
      onDone();
    },
    done: t('course.recorded'),
    of,
  });
  const wrong = (field: string) => wrongIn(record.error, field);
  return (
    <form
      className="entry-form no-print"
      aria-label={words.open}
      onSubmit={(event) => {
        event.preventDefault();
        record.mutate();
      }}
    >
      <div className="row">
        <Pick
          label={t('course.kind')}
          value={kind}
          options={kinds.map((each) => [each, t(`course.entryKind.${each}`)])}
          wrong={wrong('kind')}
          onPick={(value) => setKind(value as EntryKind)}
        />
        {occurs && (
          <Pick
            label={t('course.criterion')}
            value={criterion}
            options={(choices.occurrence ?? []).map(({ code, name }) => [code, `${code} ${name}`])}
            wrong={wrong('criterion')}
            onPick={setCriterion}
          />
        )}
        <Pick
          label={t('course.ground')}
          value={chosen?.code ?? ''}
          options={grounds.map(({ code, name }) => [code, `${code} ${name}`])}
          wrong={wrong('ground')}
          onPick={setGround}
        />
      </div>
      <div className="row">
        <Field label={t('course.occurredOn')} wrong={wrong('occurredOn')}>
          {(given) => (
            <Input
              {...given}
              type="date"
              value={typed.occurredOn}
              onChange={({ target }) => type({ occurredOn: target.value })}
            />
          )}
        </Field>
        {kind !== 'veto' && (
          <Field label={t('course.count')} wrong={wrong('count')}>
            {(given) => (
              <Input
                {...given}
                type="number"
                min={1}
                value={typed.count}
                onChange={({ target }) => type({ count: target.value })}
              />
            )}
          </Field>
        )}
        {open && (
          <Field label={t('course.eachPoints')} wrong={wrong('points')}>
            {(given) => (
              <Input
                {...given}
                inputMode="decimal"
                value={typed.points}
                onChange={({ target }) => type({ points: target.value })}
              />
            )}
          </Field>
        )}
      </div>
      <Field label={t('course.words')} wrong={wrong('words')}>
        {(given) => (
          <Input.TextArea {...given} value={typed.words} onChange={({ target }) => type({ words: target.value })} />
        )}
      </Field>
      <div className="deeds">
        <Button type="primary" htmlType="submit" loading={record.isPending}>
          {words.save}
        </Button>
        <Button onClick={onDone}>{t('course.notNow')}</Button>
      </div>
    </form>
  );
}

interface PickProps {
  label: string;
  value: string;
  options: (readonly [string, string])[];
  wrong: string | undefined;
  onPick: (value: string) => void;
}

function Pick({ label, value, options, wrong, onPick }: PickProps) {
  return (
    <Field label={label} wrong={wrong}>
      {(given) => (
        <select {...given} className="pick-one" value={value} onChange={({ target }) => onPick(target.value)}>
          {options.map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
