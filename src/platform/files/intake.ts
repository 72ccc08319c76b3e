import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { lookThrough } from './archive.ts'
import { cleanImage } from './image.ts'
import { fileKinds, isImage, type FileKind, type FileProblem, type ImageKind } from '#kernel/file-kind.ts'
import { safeName } from './name.ts'

/** A file that was looked into and may be kept. */
export type CleanFile = { name: string; kind: FileKind; sha256: string; content: Buffer }

export type Intake = { ok: true; file: CleanFile } | { ok: false; problem: FileProblem }

/** Looks into a file: what it is by its content, never by its name, whether it may come in, and how it is kept. */
export async function takeIn(name: string, content: Buffer): Promise<Intake> {
  if (content.length === 0) return no({ code: 'empty' })
  const kind = await kindOf(name, content)
  if (typeof kind !== 'string') return no(kind)
  const { most } = fileKinds[kind]
  if (content.length > most) return no({ code: 'too-large', most })
  const clean = isImage(kind) ? await cleanImage(content, kind) : content
  if (typeof clean === 'string') return no({ code: clean })
  const sha256 = createHash('sha256').update(clean).digest('hex')
  return { ok: true, file: { name: safeName(name, kind), kind, sha256, content: clean } }
}

const images: Record<string, ImageKind> = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/webp': 'webp' }

async function kindOf(name: string, content: Buffer): Promise<FileKind | FileProblem> {
  if (content.subarray(0, 8).equals(compoundFile)) return compoundKind(content)
  if (content.subarray(0, 4).equals(zipFile)) return officeKind(content)
  if (content.subarray(0, 1024).includes('%PDF-')) return pdfKind(content)
  const found = await fileTypeFromBuffer(content)
  if (!found) return textKind(name, content)
  if (/^image\/(hei[cf]|avif)/.test(found.mime)) return { code: 'heic' }
  return images[found.mime] ?? { code: 'unknown-kind' }
}

const zipFile = Buffer.from([0x50, 0x4b, 0x03, 0x04])
const compoundFile = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

/** An office document under a password is a compound file that holds the packed one; all other compound files are of 2003. */
function compoundKind(content: Buffer): FileProblem {
  return { code: content.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'old-office' }
}

async function officeKind(content: Buffer): Promise<FileKind | FileProblem> {
  // Before anything is unpacked: a form's limit is above that of an office file.
  if (content.length > fileKinds.docx.most) return { code: 'too-large', most: fileKinds.docx.most }
  const archive = await lookThrough(content)
  if (archive.kind !== 'entries') return { code: archive.kind }
  const { names, contentTypes } = archive
  const isMacro = /macroEnabled|vbaProject/i.test(contentTypes) || names.some((one) => macroPart.test(one))
  if (isMacro) return { code: 'macros' }
  if (contentTypes.includes('wordprocessingml.document.main+xml')) return 'docx'
  return contentTypes.includes('spreadsheetml.sheet.main+xml') ? 'xlsx' : { code: 'unknown-kind' }
}

// Basic code, the macro sheets of Excel 4, and controls that run when the page is opened.
const macroPart = /(^|\/)(vbaProject\.bin|vbaData\.xml|macrosheets\/|activeX\/)/i

function pdfKind(content: Buffer): FileKind | FileProblem {
  // The end is what is missing of an upload that stopped half way.
  if (!content.subarray(-2048).includes('%%EOF')) return { code: 'broken' }
  return /\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(content.toString('latin1')) ? { code: 'encrypted' } : 'pdf'
}

function textKind(name: string, content: Buffer): FileKind | FileProblem {
  const extension = /\.(csv|txt)$/i.exec(name)?.[1]?.toLowerCase()
  if (extension !== 'csv' && extension !== 'txt') return { code: 'unknown-kind' }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content)
    return /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text) ? { code: 'unknown-kind' } : extension
  } catch {
    return { code: 'not-utf8' }
  }
}

function no(problem: FileProblem): Intake {
  return { ok: false, problem }
}
