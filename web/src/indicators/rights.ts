/** Who writes indicators and targets: officers of the district whose role may. */
import { useMay, useTier } from '../api/me';

const useDistrictMay = (right: string): boolean => {
  const [may, tier] = [useMay(), useTier()];
  return tier === 'district' && may(right);
};

export const useMayDefine = (): boolean => useDistrictMay('indicator.define');
export const useMayClose = (): boolean => useDistrictMay('indicator.close');
export const useMaySet = (): boolean => useDistrictMay('target.set');
export const useMayApprove = (): boolean => useDistrictMay('target.approve');
