import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import { type FieldDef, Pool, types } from "pg";

/** Marks, on its way through the adapter, a column of PostgreSQL's one-byte type "char". */
const charMark = "\u0000char";
const charOid = 18;

/**
 * A connection for the schema engine. Prisma's adapter was made for the client and falls short
 * of what the engine needs in two places, mended here: it knows no column of the catalogue's
 * type "char", and it cuts scripts at every semicolon, those inside functions included.
 */
export function engineAdapter(databaseUrl: string): {
  factory: SqlMigrationAwareDriverAdapterFactory;
  close(): Promise<void>;
} {
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<{ fields?: FieldDef[] }>;
  pool.query = (async (...args: unknown[]) => {
    const result = await query(...args);
    for (const field of result.fields ?? []) {
      if (field.dataTypeID !== charOid) continue;
      field.dataTypeID = types.builtins.TEXT;
      field.name += charMark;
    }
    return result;
  }) as typeof pool.query;
  const plain = new PrismaPg(pool);
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: plain.provider,
    adapterName: plain.adapterName,
    connect: async () => mended(await plain.connect()),
    connectToShadowDb: () => {
      throw new Error("scratch databases are made by the caller");
    },
  };
  return { factory, close: () => pool.end() };
}

function mended(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    result.columnNames.forEach((name, index) => {
      if (!name.endsWith(charMark)) return;
      result.columnNames[index] = name.slice(0, -charMark.length);
      result.columnTypes[index] = ColumnTypeEnum.Character;
    });
    return result;
  };
  adapter.executeScript = async (sql) => {
    // Without arguments the whole text goes to the server as it is.
    await adapter.executeRaw({ sql, args: [], argTypes: [] });
  };
  return adapter;
}
