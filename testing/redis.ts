/** The Redis that stories of several nodes need; they say that they were left out where none answers. */
import { Redis } from 'ioredis'

export const redisUrl = process.env['TEST_REDIS_URL'] ?? 'redis://127.0.0.1:6379'

async function redisAnswers(): Promise<boolean> {
  const redis = new Redis(redisUrl, {
    lazyConnect: true,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  })
  redis.on('error', () => {})
  const answered = await redis.connect().then(
    () => true,
    () => false,
  )
  redis.disconnect()
  return answered
}

/** False where Redis answers, else why a story is left out. */
export const withoutRedis = (await redisAnswers()) ? false : 'no Redis answers at TEST_REDIS_URL'
