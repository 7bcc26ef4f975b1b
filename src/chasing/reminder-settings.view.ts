/** When an officer wants his digest (提醒设置), as it is answered. */
export class ReminderSettingsView {
  /** The hour at which everything that is due comes in one message, on working days. @example 9 */
  hour!: number;
}
