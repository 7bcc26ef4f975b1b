/** 权限: the scopes of a key as boxes, an area a line; only those that open something to the program's role. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Role, type Scope, scopesQuery } from './key-data';
import { useScopeWords } from './scope-words';

interface Props {
  readonly role: Role;
  readonly value?: readonly Scope[];
  readonly onChange?: (scopes: Scope[]) => void;
}

export function ScopeChoice({ role, value = [], onChange }: Props) {
  const { t } = useTranslation();
  const words = useScopeWords();
  const scopes = useQuery(scopesQuery);
  const mine = (scopes.data?.items ?? []).filter(({ roles }) => roles.includes(role)).map(({ scope }) => scope);
  const areas = [...new Set(mine.map((scope) => words(scope).area))];
  const turn = (scope: Scope, on: boolean) =>
    onChange?.(on ? [...value, scope] : value.filter((each) => each !== scope));
  return (
    <fieldset className="key-scopes">
      <legend className="sr">{t('keys.scopes')}</legend>
      {areas.map((area) => (
        <div key={area}>
          <span>{area}</span>
          {mine
            .filter((scope) => words(scope).area === area)
            .map((scope) => (
              <label key={scope} title={scope}>
                <input
                  type="checkbox"
                  checked={value.includes(scope)}
                  aria-label={`${area} ${words(scope).verb}`}
                  onChange={({ target }) => turn(scope, target.checked)}
                />{' '}
                {words(scope).verb}
              </label>
            ))}
        </div>
      ))}
    </fieldset>
  );
}
