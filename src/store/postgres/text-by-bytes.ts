import {
  type ColumnDefinitionNode,
  DataTypeNode,
  type KyselyPlugin,
  OperationNodeTransformer,
  type QueryId,
  RawNode,
} from 'kysely';

/**
 * Text in new tables is compared by its bytes, as SQLite does: the order of a language depends on the operating system, and
 * an update of that makes PostgreSQL's indexes wrong.
 */
export const textByBytes: KyselyPlugin = {
  transformQuery: ({ node, queryId }) =>
    node.kind === 'CreateTableNode' || node.kind === 'AlterTableNode' ? columns.transformNode(node, queryId) : node,
  transformResult: async ({ result }) => result,
};

class Columns extends OperationNodeTransformer {
  protected override transformColumnDefinition(node: ColumnDefinitionNode, queryId?: QueryId): ColumnDefinitionNode {
    const column = super.transformColumnDefinition(node, queryId);
    const { dataType } = column;
    if (!DataTypeNode.is(dataType) || dataType.dataType !== 'text') return column;
    return { ...column, dataType: RawNode.createWithSql('text collate "C"') };
  }
}

const columns = new Columns();
