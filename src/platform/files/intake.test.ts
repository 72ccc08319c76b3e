import sharp, { type Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import { wordOf, zipOf } from '../../../tests/support/zip.ts'
import { exampleDocument } from '../office/example.ts'
import { writeDocx } from '../office/docx.ts'
import { writePdf } from '../office/pdf.ts'
import { takeIn } from './intake.ts'
import { fileProblemText, fileKinds, inMegabytes, type FileProblem } from '#kernel/file-kind.ts'

async function answered(name: string, content: Uint8Array | string): Promise<string> {
  const intake = await takeIn(name, Buffer.from(content))
  return intake.ok ? `${intake.file.kind} ${intake.file.name}` : intake.problem.code
}

const picture = (width = 64, height = 48): Sharp =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } })

describe('what a file is, its content says', () => {
  test('documents as this system writes them come in', async () => {
    expect(await answered('báo cáo.docx', await writeDocx(exampleDocument()))).toBe('docx báo cáo.docx')
    expect(await answered('báo cáo.pdf', await writePdf(exampleDocument()))).toBe('pdf báo cáo.pdf')
  })

  test('a name that lies is mended', async () => {
    const jpeg = await picture().jpeg().toBuffer()
    expect(await answered('biên bản.pdf', jpeg)).toBe('jpeg biên bản.jpg')
    expect(await answered('virus.exe', await picture().png().toBuffer())).toBe('png virus.png')
    expect(await answered('ảnh.jpg', await picture().webp().toBuffer())).toBe('webp ảnh.webp')
  })

  test.each([
    ['bảng.xlsx', wordOf([], 'spreadsheetml.sheet.main+xml'), 'xlsx bảng.xlsx'],
    ['danh sách.csv', '\ufeffxã,số\nSông Xanh,12\n', 'csv danh sách.csv'],
    ['ghi chép.TXT', 'Xã Sông Xanh\n', 'txt ghi chép.txt'],
    ['trống.pdf', '', 'empty'],
    ['trang.html', '<!doctype html><script>alert(1)</script>', 'unknown-kind'],
    ['hình.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'unknown-kind'],
    ['gì đó', 'chữ', 'unknown-kind'],
    ['nén.zip', zipOf([{ name: 'a.txt', content: 'a' }]), 'unknown-kind'],
    ['trình chiếu.pptx', wordOf([], 'presentationml.presentation.main+xml'), 'unknown-kind'],
    ['hệ điều hành.txt', Buffer.from([0x4d, 0x5a, 0, 0, 1]), 'unknown-kind'],
    ['cũ.csv', Buffer.from([0x78, 0xe3, 0x20, 0xff]), 'not-utf8'],
    ['cũ.doc', Buffer.from('d0cf11e0a1b11ae1' + '00'.repeat(600), 'hex'), 'old-office'],
    ['ảnh.heic', Buffer.from('\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic', 'latin1'), 'heic'],
  ])('%s', async (name, content, expected) => {
    expect(await answered(name, content)).toBe(expected)
  })
})

describe('what could harm who opens it is refused in words', () => {
  test.each([
    ['a document with basic code', wordOf([{ name: 'word/vbaProject.bin', content: 'x' }]), 'macros'],
    ['the macro sheets of Excel 4', wordOf([{ name: 'xl/macrosheets/sheet1.xml', content: 'x' }]), 'macros'],
    ['controls that run by themselves', wordOf([{ name: 'word/activeX/activeX1.xml', content: 'x' }]), 'macros'],
    [
      'a docm that calls itself docx',
      zipOf([
        {
          name: '[Content_Types].xml',
          content: '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
        },
      ]),
      'macros',
    ],
    ['an entry under a password', wordOf([{ name: 'word/a.xml', content: 'a', flags: 1 }]), 'encrypted'],
    [
      'an office file under a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'encrypted',
    ],
    [
      'a PDF under a password',
      '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<< /Root 1 0 R /Encrypt 9 0 R >>\nstartxref\n0\n%%EOF\n',
      'encrypted',
    ],
    ['half a PDF', '%PDF-1.7\n1 0 obj\n<<>>\n', 'broken'],
    ['half a Word document', wordOf().subarray(0, 120), 'broken'],
  ])('%s', async (_, content, code) => {
    expect(await answered('tệp.docx', content)).toBe(code)
  })

  test('a bomb that states its size, and one that states a smaller one', async () => {
    const honest = wordOf([{ name: 'word/media/a.bin', content: Buffer.alloc(121 * 1024 * 1024) }])
    const liar = wordOf([{ name: 'word/media/a.bin', content: Buffer.alloc(20 * 1024 * 1024), states: 10 }])
    expect([honest.length < 200_000, liar.length < 200_000]).toEqual([true, true])
    expect(await answered('bom.docx', honest)).toBe('swollen')
    expect(await answered('bom.docx', liar)).toBe('swollen')
  })

  test('five thousand entries', async () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({ name: `word/${index}`, content: '' }))
    expect(await answered('bom.docx', wordOf(many))).toBe('swollen')
  })

  test('a picture of a few kilobytes with a hundred million points', async () => {
    const bomb = await picture(10_000, 10_000).png({ compressionLevel: 9 }).toBuffer()
    expect(bomb.length).toBeLessThan(500_000)
    expect(await answered('bom.png', bomb)).toBe('too-many-pixels')
  })

  test('what is too heavy for its kind, before it is unpacked', async () => {
    const heavy = Buffer.concat([wordOf(), Buffer.alloc(fileKinds.docx.most)])
    expect(await answered('nặng.docx', heavy)).toBe('too-large')
    expect(await answered('nặng.csv', 'a'.repeat(fileKinds.csv.most + 1))).toBe('too-large')
  })
})

describe('a picture is made anew', () => {
  test('without place, time and device, turned as it was held, and not larger than needed', async () => {
    const original = await picture(4000, 3000)
      .jpeg()
      .withExif({ IFD0: { Make: 'Máy ảnh', Artist: 'Nguyễn Văn Thử' }, IFD3: { GPSLatitude: '17/1 30/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    expect(original.includes('Nguyễn Văn Thử') || (await sharp(original).metadata()).exif).toBeTruthy()
    const intake = await takeIn('ảnh.jpg', original)
    if (!intake.ok) throw new Error(intake.problem.code)
    const made = await sharp(intake.file.content).metadata()
    expect([made.width, made.height]).toEqual([1920, 2560])
    expect([made.exif, made.xmp, made.iptc, made.orientation]).toEqual([undefined, undefined, undefined, undefined])
    expect(intake.file.content.includes('Máy ảnh')).toBe(false)
  })

  test.each(['jpeg', 'png', 'webp'] as const)('half a %s is refused', async (kind) => {
    const noise = sharp(Buffer.from(Array.from({ length: 300 * 300 * 3 }, (_, at) => (at * 7919) % 256)), {
      raw: { width: 300, height: 300, channels: 3 },
    })
    const whole = await noise.toFormat(kind).toBuffer()
    expect(await answered('ảnh', whole.subarray(0, whole.length / 2))).toBe('broken')
  })

  test('the same picture is the same file, so it is kept once', async () => {
    const jpeg = await picture().jpeg().toBuffer()
    const [one, other] = [await takeIn('một.jpg', jpeg), await takeIn('hai.jpg', jpeg)]
    expect(one.ok && other.ok && one.file.sha256 === other.file.sha256).toBe(true)
  })
})

test('every problem is a sentence that says what to do', () => {
  const problems: FileProblem[] = [
    ...(['empty', 'unknown-kind', 'heic', 'old-office', 'macros', 'encrypted'] as const).map((code) => ({ code })),
    ...(['swollen', 'too-many-pixels', 'not-utf8', 'broken'] as const).map((code) => ({ code })),
    { code: 'too-large', most: 20 * 1024 * 1024 },
  ]
  for (const problem of problems) expect(fileProblemText(problem)).toMatch(/^\p{Lu}.+\. Xin .+\.$/u)
  expect(inMegabytes(1536 * 1024)).toBe('1,5 MB')
  expect(inMegabytes(300)).toBe('1 KB')
})
