/** The one configuration of the hall, read from the environment. */
export type Config = {
  port: number
  host: string
  /** The address that links and cookies are made for, without a slash at its end. */
  origin: string
  data: string
  databaseUrl: string | null
  redisUrl: string | null
  smtpUrl: string | null
  mailFrom: string
}
