import type { Access } from '#modules/access/access.server.ts'
import type { Actor } from '#modules/access/actor.ts'
import type { Session } from '#modules/access/session.server.ts'
import type { Cube } from '#modules/figures/cube.server.ts'
import type { Db } from '#platform/database.ts'
import type { FileStore } from '#platform/files/store.ts'
import type { MailSettings } from '#platform/notify/mail-settings.ts'
import type { Vault } from '#platform/vault/vault.ts'

declare global {
  namespace App {
    interface Locals {
      db: Db
      access: Access
      /** Figures of the whole country, as of the last commit, cut to who asks. */
      cube: Cube
      /** Personal data, opened with a reason. */
      vault: Vault
      /** How this installation sends mail; null where it does not. */
      mail: MailSettings | null
      /** Where the content of uploaded files is kept. */
      files: FileStore
      now: Date
      requestId: string
      /** Who signed in, even where they may not act yet (no second factor, a one-time password, no duty today). */
      session: Session | null
      /** Who acts, in the one duty they act in now. */
      actor: Actor | null
      /** The token for this page's form actions; see `formAction`. */
      formToken(): string
    }
    interface Error {
      message: string
      requestId?: string
    }
  }
}

export {}
