/** One file in a list: what it looks like, its name, its size, who added it; save it, take it away. */
import { useLingui } from '@lingui/react/macro'
import { Download, FileText, Film, Music, Package, X } from 'lucide-react'
import { Button } from '#web/kit/Button.tsx'
import { dayIn } from '#web/kit/When.tsx'
import type { FileShown } from '../api.ts'
import { sizeIn } from './sizes.ts'
import styles from './files.module.css'

function Look({ file: { id, small, type } }: { file: FileShown }) {
  if (small)
    return <img className={styles['look']} src={`/files/${id}/small`} alt="" loading="lazy" />
  const packed = type === 'application/octet-stream' || type.includes('zip')
  return (
    <span className={styles['look']} aria-hidden>
      {type.startsWith('video/') && <Film />}
      {type.startsWith('audio/') && <Music />}
      {packed && <Package />}
      {!packed && !/^(video|audio)\//.test(type) && <FileText />}
    </span>
  )
}

type Props = { file: FileShown; brief: boolean; onRemove: () => void }

export function FileRow({ file, brief, onRemove }: Props) {
  const { t, i18n } = useLingui()
  const { id, name, by } = file
  const who = by?.former ? t`a former member` : by?.name
  const address = `/files/${id}`
  return (
    <li>
      <Look file={file} />
      <div className={styles['words']}>
        <a
          className="what"
          href={address}
          {...(file.shown ? { target: '_blank', rel: 'noreferrer' } : { download: name })}
        >
          <bdi>{name}</bdi>
        </a>
        <p className="hint">
          {sizeIn(file.size, i18n.locale)}
          {!brief && who && ' · '}
          {!brief && who && <bdi>{who}</bdi>}
          {!brief && ` · ${dayIn(file.at, undefined, i18n.locale)}`}
        </p>
      </div>
      <div className={styles['acts']}>
        {file.shown && (
          <a
            className="btn quiet small"
            href={`${address}?save`}
            download={name}
            aria-label={t`Save ${name}`}
          >
            <Download aria-hidden />
          </a>
        )}
        {file.remove && (
          <Button small look="quiet" aria-label={t`Take ${name} away`} onPress={onRemove}>
            <X aria-hidden />
          </Button>
        )}
      </div>
    </li>
  )
}
