/** For stewards: the circle is moved, merged, split, rested or closed; what will happen is said first. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Operation } from '#kernel/operation.ts'
import { Button } from '#web/kit/Button.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { listCircles, myCircles, readCircle } from '../api.ts'
import { listMembers } from '../api/members.ts'
import * as api from '../api/shaping.ts'
import type { CircleShown } from './CirclePage.tsx'
import { OtherCircle, ShapeSheet } from './ShapeSheet.tsx'
import { SplitSheet } from './SplitSheet.tsx'

type Act = (typeof api.ACTS)[number]
type Other = CircleShown['id']

const TOUCHES: Operation[] = [
  readCircle,
  listCircles,
  myCircles,
  listMembers,
  api.shapeHistory,
  api.foretellShape,
]

export function Shape({ circle }: { circle: CircleShown }) {
  const [act, setAct] = useState<Act | null>(null)
  if (circle.parent === null) return null
  const open = (one: Act) => () => setAct(one)
  return (
    <section className="place stack" aria-labelledby="shape-h">
      <h2 id="shape-h">
        <Trans>Its shape</Trans>
      </h2>
      <p className="hint">
        <Trans>What will happen is said before anything does.</Trans>
      </p>
      <div className="acts">
        <Button small onPress={open('move')}>
          <Trans>Move…</Trans>
        </Button>
        <Button small onPress={open('merge')}>
          <Trans>Merge…</Trans>
        </Button>
        <Button small onPress={open('split')}>
          <Trans>Split…</Trans>
        </Button>
        {circle.rests ? (
          <Button small onPress={open('wake')}>
            <Trans>Wake…</Trans>
          </Button>
        ) : (
          <Button small onPress={open('rest')}>
            <Trans>Let it rest…</Trans>
          </Button>
        )}
        <Button small onPress={open('close')}>
          <Trans>Close…</Trans>
        </Button>
      </div>
      {act && <Sheets act={act} circle={circle} onClose={() => setAct(null)} />}
    </section>
  )
}

type Props = { circle: CircleShown; onClose: () => void }

function Sheets({ act, ...props }: Props & { act: Act }) {
  switch (act) {
    case 'move':
      return <Move {...props} />
    case 'merge':
      return <Merge {...props} />
    case 'split':
      return <SplitSheet {...props} touches={TOUCHES} />
    case 'close':
      return <Close {...props} />
    default:
      return <Rest {...props} rest={act === 'rest'} />
  }
}

function Move({ circle, onClose }: Props) {
  const { t } = useLingui()
  const [other, setOther] = useState<Other | null>(null)
  const { mutate, error, isPending } = useCall(api.moveCircle, { touches: TOUCHES })
  return (
    <ShapeSheet
      circle={circle}
      act="move"
      title={t`Put ${circle.name} within another circle`}
      sure={t`Move it`}
      other={other}
      {...{ error, isPending, onClose }}
      onAct={() => {
        if (!other) return
        mutate({ params: { circle: circle.id }, body: { parent: other } }, { onSuccess: onClose })
      }}
    >
      <OtherCircle label={t`Within`} circle={circle} value={other} onChange={setOther} />
    </ShapeSheet>
  )
}

function Merge({ circle, onClose }: Props) {
  const { t } = useLingui()
  const go = useNavigate()
  const [other, setOther] = useState<Other | null>(null)
  const { mutate, error, isPending } = useCall(api.mergeCircle, {
    touches: [listCircles, myCircles],
  })
  return (
    <ShapeSheet
      circle={circle}
      act="merge"
      title={t`Merge ${circle.name} into another circle`}
      sure={t`Merge it`}
      other={other}
      {...{ error, isPending, onClose }}
      onAct={() => {
        if (!other) return
        mutate(
          { params: { circle: circle.id }, body: { into: other } },
          { onSuccess: () => void go({ to: '/circles/$circle', params: { circle: other } }) },
        )
      }}
    >
      <OtherCircle label={t`Into`} circle={circle} value={other} onChange={setOther} />
    </ShapeSheet>
  )
}

function Rest({ circle, rest, onClose }: Props & { rest: boolean }) {
  const { t } = useLingui()
  const { mutate, error, isPending } = useCall(api.restCircle, { touches: TOUCHES })
  return (
    <ShapeSheet
      circle={circle}
      act={rest ? 'rest' : 'wake'}
      title={rest ? t`Let ${circle.name} rest` : t`Wake ${circle.name}`}
      sure={rest ? t`Let it rest` : t`Wake it`}
      {...{ error, isPending, onClose }}
      onAct={() =>
        mutate({ params: { circle: circle.id }, body: { rest } }, { onSuccess: onClose })
      }
    />
  )
}

function Close({ circle, onClose }: Props) {
  const { t } = useLingui()
  const go = useNavigate()
  const { mutate, error, isPending } = useCall(api.closeCircle, {
    touches: [listCircles, myCircles],
  })
  const { parent } = circle
  return (
    <ShapeSheet
      circle={circle}
      act="close"
      title={t`Close ${circle.name}`}
      sure={t`Close it for good`}
      {...{ error, isPending, onClose }}
      onAct={() =>
        mutate(
          { params: { circle: circle.id } },
          {
            onSuccess: () =>
              void go({ to: '/circles/$circle', params: { circle: parent ?? circle.id } }),
          },
        )
      }
    />
  )
}
