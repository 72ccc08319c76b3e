import { expect, test } from 'vitest'
import { phone } from '../support/browser.ts'
import { allRoutes } from '../support/routes.ts'
import { lookAtEveryPage } from './every-page.ts'
import { ledTo, looks } from './looks.ts'

test('every page of the application is looked at', () => {
  const pages = allRoutes().filter((route) => route.kind === 'page')
  expect(pages.map((route) => route.path).sort()).toEqual([...Object.keys(looks), ...ledTo].sort())
})

lookAtEveryPage('360', phone)
