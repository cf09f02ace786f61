/** The router: every slice's places below the hall's frame, or bare. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router'
import { Waiting } from './kit/Said.tsx'
import { Layout } from './Layout.tsx'
import { Nowhere, Stumbled } from './Nowhere.tsx'
import { places } from './places.ts'

function NowhereInTheHall() {
  return (
    <Layout>
      <Nowhere />
    </Layout>
  )
}

const root = createRootRoute({ component: Outlet, notFoundComponent: NowhereInTheHall })
const framed = createRoute({ getParentRoute: () => root, id: 'frame', component: Layout })

function routeOf(place: (typeof places)[number]) {
  return createRoute({
    getParentRoute: () => (place.bare ? root : framed),
    path: place.path,
    component: lazyRouteComponent(place.load, 'Page'),
  })
}

const tree = root.addChildren([
  framed.addChildren(places.filter(({ bare }) => !bare).map(routeOf)),
  ...places.filter(({ bare }) => bare).map(routeOf),
])

export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  defaultPendingComponent: Waiting,
  defaultErrorComponent: Stumbled,
  scrollRestoration: true,
})
