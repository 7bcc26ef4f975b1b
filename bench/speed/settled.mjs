/** What was announced before has arrived: nobody works on it during the next measurement. */
export async function settled(client) {
  for (let quiet = 0; quiet < 5;) {
    const { rows } = await client.query(
      `select 1 from outbox_message where projected_at is null and parked_at is null and name <> 'system.canary'
       union all select 1 from light_stale limit 1`,
    );
    quiet = rows.length === 0 ? quiet + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
