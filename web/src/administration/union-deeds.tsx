/** The deeds done to a union: change name or code, open one below, move, close. */
import { Form, Input } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { api, got } from '../api/client';
import { DeedForm } from './deed-form';
import { type Union, useReadUnionsAgain } from './union-data';
import { UnionSelect } from './union-select';
import { type Size, UnionSize, sizeGiven, sizeOf } from './union-size';

const today = (): string => dayjs().format('YYYY-MM-DD');
/** Whoever saw an older version reads again before he writes. */
const seen = ({ version }: Union) => ({ 'If-Match': `"${version}"` });

function useNeeded() {
  const { t } = useTranslation();
  return [{ required: true, message: t('signIn.needed') }];
}

export function RenameUnion({ union }: { union: Union }) {
  const { t } = useTranslation();
  const needed = useNeeded();
  const { id } = union;
  return (
    <DeedForm<{ name: string; code: string } & Size>
      title={t('administration.union.rename')}
      button={t('administration.union.renameGo')}
      done={t('administration.union.renamed')}
      initial={{ name: union.name, code: union.code, ...sizeOf(union) }}
      keeps
      act={({ name, code, ...size }) => {
        const body = { name, code, ...sizeGiven(size) };
        return got(api.PATCH('/api/v1/unions/{id}', { params: { path: { id }, header: seen(union) }, body }));
      }}
      after={useReadUnionsAgain()}
    >
      {() => (
        <>
          <Form.Item name="name" label={t('administration.union.name')} rules={needed}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="code" label={t('administration.union.code')} rules={needed}>
            <Input maxLength={64} />
          </Form.Item>
          <UnionSize />
        </>
      )}
    </DeedForm>
  );
}

export function OpenUnion({ above }: { above: Union }) {
  const { t } = useTranslation();
  const needed = useNeeded();
  return (
    <DeedForm<{ name: string; code: string; openedOn: string } & Size>
      title={t('administration.union.open')}
      hint={t('administration.union.openHint', { union: above.name })}
      button={t('administration.union.openGo')}
      done={t('administration.union.opened')}
      initial={{ openedOn: today(), kind: 'area' }}
      act={(given) => got(api.POST('/api/v1/unions', { body: { ...given, ...sizeGiven(given), parentId: above.id } }))}
      after={useReadUnionsAgain()}
    >
      {() => (
        <>
          <Form.Item name="name" label={t('administration.union.name')} rules={needed}>
            <Input maxLength={100} />
          </Form.Item>
          <div className="row">
            <Form.Item
              name="code"
              label={t('administration.union.code')}
              rules={needed}
              extra={t('administration.union.codeHelp')}
            >
              <Input maxLength={64} />
            </Form.Item>
            <Form.Item name="openedOn" label={t('administration.union.openedOn')} rules={needed}>
              <Input type="date" />
            </Form.Item>
          </div>
          <UnionSize />
        </>
      )}
    </DeedForm>
  );
}

export function MoveUnion({ union, unions }: { union: Union; unions: readonly Union[] }) {
  const { t } = useTranslation();
  const needed = useNeeded();
  const { id, parentId } = union;
  const tier = unions.find((each) => each.id === parentId)?.tier;
  const others = unions.filter((each) => each.tier === tier && each.id !== parentId && each.closedOn === null);
  if (others.length === 0) return null;
  return (
    <DeedForm<{ parentId: string; since: string; reason: string }>
      title={t('administration.union.move')}
      hint={t('administration.union.moveHint')}
      button={t('administration.union.moveGo')}
      done={t('administration.union.moved')}
      initial={{ parentId: undefined, since: today(), reason: '' }}
      act={(body) =>
        got(api.PUT('/api/v1/unions/{id}/placement', { params: { path: { id }, header: seen(union) }, body }))
      }
      after={useReadUnionsAgain()}
    >
      {() => (
        <>
          <Form.Item name="parentId" label={t('administration.union.newAbove')} rules={needed}>
            <UnionSelect unions={others} />
          </Form.Item>
          <Form.Item name="since" label={t('administration.union.since')} rules={needed}>
            <Input type="date" max={today()} />
          </Form.Item>
          <Form.Item name="reason" label={t('administration.union.reason')} rules={needed}>
            <Input maxLength={500} />
          </Form.Item>
        </>
      )}
    </DeedForm>
  );
}

export function CloseUnion({ union, unions }: { union: Union; unions: readonly Union[] }) {
  const { t } = useTranslation();
  const needed = useNeeded();
  const { id } = union;
  const others = unions.filter((each) => each.tier !== 'district' && each.id !== id && each.closedOn === null);
  return (
    <DeedForm<{ closedOn: string; reason: string; successorId: string }>
      title={t('administration.union.close')}
      hint={t('administration.union.closeHint')}
      button={t('administration.union.closeGo')}
      done={t('administration.union.closed')}
      initial={{ closedOn: today(), reason: '', successorId: '' }}
      act={({ successorId, ...given }) => {
        const body = { ...given, successorId: successorId || undefined };
        return got(api.PUT('/api/v1/unions/{id}/closure', { params: { path: { id }, header: seen(union) }, body }));
      }}
      after={useReadUnionsAgain()}
    >
      {() => (
        <>
          <Form.Item name="closedOn" label={t('administration.union.closedOn')} rules={needed}>
            <Input type="date" />
          </Form.Item>
          <Form.Item
            name="successorId"
            label={t('administration.union.successor')}
            extra={t('administration.union.successorHelp')}
          >
            <UnionSelect unions={others} all={t('administration.union.noSuccessor')} />
          </Form.Item>
          <Form.Item name="reason" label={t('administration.union.reason')} rules={needed}>
            <Input maxLength={500} />
          </Form.Item>
        </>
      )}
    </DeedForm>
  );
}
