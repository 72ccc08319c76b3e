import { desktop } from '../support/browser.ts'
import { lookAtEveryPage } from './every-page.ts'

lookAtEveryPage('1280', desktop)
