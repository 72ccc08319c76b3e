import { forbidden, done, type Outcome } from '#kernel/outcome.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import { inScope } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { mayAdminister } from '#modules/access/policy.ts'
import type { Tree, UnitVersion } from '#modules/territory/unit.ts'
import { mayReadTrees } from './policy.ts'
import { treeLines, type TreeLine, type TreeMembership } from './tree.ts'
import { membershipsOf, unitVersionsIn } from './tree-store.server.ts'

export type TreesPage = {
  lines: TreeLine[]
  /** How many units stand elsewhere than in the State's tree, by tree. */
  differing: { party: number; front: number }
  memberships: TreeMembership[]
  versions: UnitVersion[]
  mayChange: boolean
}

/** The three trees of a province on a day, one of them from the top down. */
export async function treesPage(ctx: Ctx, tree: Tree, day: LocalDate): Promise<Outcome<TreesPage>> {
  const { province } = ctx.actor
  if (!mayReadTrees(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const versions = await unitVersionsIn(tx, province)
    const memberships = await membershipsOf(tx, province)
    const differing = (one: Tree): number =>
      treeLines(versions, memberships, one, day).filter(({ differs }) => differs !== null).length
    return done({
      lines: treeLines(versions, memberships, tree, day),
      differing: { party: differing('party'), front: differing('front') },
      memberships,
      versions,
      mayChange: mayAdminister(ctx.actor, province),
    })
  })
}
