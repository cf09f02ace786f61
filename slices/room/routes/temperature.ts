/** The temperature of the room. */
import { serve } from '#kernel/serve.ts'
import * as api from '../api.ts'
import * as temperature from '../rules/temperature.ts'
import { changeRoom } from './in-room.ts'

const show = serve(api.showTheTemperature, ({ body, ...call }) =>
  changeRoom(call, (room, who) =>
    body.shown
      ? temperature.showSignal(room, who, body.signal)
      : temperature.takeSignalBack(room, who, body.signal),
  ),
)

const clear = serve(api.clearTheTemperature, (call) =>
  changeRoom(call, temperature.clearTemperature),
)

export const temperatureServings = [show, clear]
