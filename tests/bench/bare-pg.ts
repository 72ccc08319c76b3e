// node bare-pg.ts: node:http and pg without anything between; DATABASE, and the statement on stdin, answered as JSON.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import pg from 'pg'

const statement = { name: 'bench', text: await text(process.stdin) }
const pool = new pg.Pool({ connectionString: process.env.DATABASE, max: 10 })
const server = createServer((_, res) => {
  void pool.query(statement).then(({ rows }) => {
    const body = JSON.stringify({ data: rows })
    res.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) })
    res.end(body)
  })
}).listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`))
