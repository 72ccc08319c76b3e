import { render } from 'svelte/server'
import { expect, test } from 'vitest'
import PublicFiles from './PublicFiles.svelte'

test('a published file is called by its caption, else by its name, and says what it is and weighs', () => {
  const file = { kind: 'pdf' as const, bytes: 1_572_864, name: 'Biên bản.pdf' }
  const { body } = render(PublicFiles, {
    props: {
      files: [
        { ...file, id: '1', caption: 'Họp thôn <Đồng Tâm>', href: '/x/tai-lieu/1' },
        { ...file, id: '2', caption: '', href: '/x/tai-lieu/2' },
      ],
    },
  })
  const text = body.replace(/<!--.*?-->/g, '').replace(/\s+/g, ' ')
  expect(text).toMatch(/href="\/x\/tai-lieu\/1" download[^>]*>Họp thôn &lt;Đồng Tâm(>|&gt;)<\/a>/)
  expect(text).toMatch(/href="\/x\/tai-lieu\/2" download[^>]*>Biên bản\.pdf<\/a>/)
  expect(text).toContain('Biên bản.pdf · PDF, 1,5 MB')
})
