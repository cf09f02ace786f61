/** A circle with a note for stories, and people who write in it. */
import { makeNote } from '#slices/notes/index.ts'
import { foundedHall, type Somebody, somebody } from './people.ts'
import { openTestHall, type TestHallOptions } from './hall.ts'
import { type Pen, takePen } from './pens.ts'

/** A hall with Quillmarsh Commons, Maren its steward, two members and an empty note. */
export async function openNoteScene(options: TestHallOptions = {}) {
  const test = await openTestHall(options)
  const { coop, maren } = await foundedHall(test)
  const member = (name: string) => somebody(test, name, { circles: [coop] })
  const [chiara, yuki] = [await member('Chiara Bellandi'), await member('田辺 ゆき')]
  const newNote = (title = 'Keys') =>
    test.hall.transact((tx) =>
      makeNote(tx, {
        holder: { kind: 'circle', id: coop },
        title,
        by: maren.id,
        now: test.clock.now(),
      }),
    )
  const note = await newNote()
  const pens = new Set<Pen>()
  const cookieOf = ({ browser }: Pick<Somebody, 'browser'>) =>
    [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return {
    test,
    coop,
    note,
    newNote,
    maren,
    chiara,
    yuki,
    member,
    stranger: (name: string) => somebody(test, name),
    cookieOf,
    params: { note },
    sits(who: Pick<Somebody, 'browser'>, at: { note?: string; doc?: Pen['doc'] } = {}): Pen {
      const pen = takePen(test.origin, at.note ?? note, cookieOf(who), at.doc)
      pens.add(pen)
      return pen
    },
    async [Symbol.asyncDispose]() {
      for (const pen of pens) pen.end()
      await test.close()
    },
  }
}

export type NoteScene = Awaited<ReturnType<typeof openNoteScene>>
