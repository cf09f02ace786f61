/** The temperature of the room. */
import { serve } from '#kernel/serve.ts'
import * as api from '../api.ts'
import * as signals from '../rules/signals.ts'
import { changeRoom } from './in-room.ts'

const show = serve(api.showTheTemperature, ({ body, ...call }) =>
  changeRoom(call, (room, who) =>
    body.shown
      ? signals.showSignal(room, who, body.signal)
      : signals.takeSignalBack(room, who, body.signal),
  ),
)

const clear = serve(api.clearTheTemperature, (call) => changeRoom(call, signals.clearTemperature))

export const temperatureServings = [show, clear]
