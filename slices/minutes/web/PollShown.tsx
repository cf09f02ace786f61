/** A quick poll with its result. */
import type { ToldPoll } from '../rules/told.ts'

export function Poll({ question, about, rows, words }: ToldPoll) {
  return (
    <div className="polled">
      <p>
        <b>{question}</b> <span>{about}</span>
      </p>
      <dl>
        {rows.map(({ label, count, part }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="bar">
              <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
                <rect width={part * 100} height={12} />
              </svg>
            </dd>
            <dd className="num">{count}</dd>
          </div>
        ))}
      </dl>
      {words.length > 0 && (
        <ul>
          {words.map((word) => (
            <li key={word}>
              <bdi>{word}</bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
