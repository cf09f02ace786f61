/** Two records of one person become one: files count in the quota of who stays. */
export const OWNED = [{ table: 'files', column: 'made_by', key: ['id'] }]
