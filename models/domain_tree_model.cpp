// SPDX-License-Identifier: Apache-2.0
#include "models/domain_tree_model.h"

#include "models/words.h"

#include <QHash>

namespace holdfast::models {

using contract::SecurityDomain;

struct DomainTreeModel::Node
{
    SecurityDomain domain;
    Node* parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Node>> children;
};

namespace {

template <class Node, class Match>
const Node* search(const Node& node, const Match& match)
{
    for (const auto& child : node.children) {
        if (match(child->domain)) {
            return child.get();
        }
        if (const Node* found = search(*child, match)) {
            return found;
        }
    }
    return nullptr;
}

template <class Node>
void sortChildren(Node& node)
{
    std::sort(node.children.begin(), node.children.end(), [](const auto& a, const auto& b) {
        return a->domain.name.localeAwareCompare(b->domain.name) < 0;
    });
    int row = 0;
    for (const auto& child : node.children) {
        child->row = row++;
        sortChildren(*child);
    }
}

template <class Node>
void collectPaths(const Node& node, QStringList& paths)
{
    for (const auto& child : node.children) {
        paths << child->domain.path;
        collectPaths(*child, paths);
    }
}

QString policyText(const contract::PolicyBinding& binding, int role)
{
    return role == Qt::ToolTipRole ? words::origin(binding.effective) : binding.effective.policyName;
}

} // namespace

DomainTreeModel::DomainTreeModel(client::ApiClient& api, QObject* parent)
    : QAbstractItemModel(parent)
    , m_api(api)
    , m_root(std::make_unique<Node>())
{ }

DomainTreeModel::~DomainTreeModel() = default;

void DomainTreeModel::load()
{
    if (m_state == State::Idle || m_state == State::Failed) {
        refresh();
    }
}

void DomainTreeModel::refresh()
{
    m_loading.cancel();
    m_incoming.clear();
    if (m_state != State::Ready) {
        become(State::Loading);
    }
    fetch(std::nullopt);
}

void DomainTreeModel::fetch(const std::optional<QString>& after)
{
    client::ListQuery query;
    query.limit = 500;
    query.after = after;
    m_loading = client::consume(
        m_api.domains(query), this, [this](contract::Result<contract::Page<SecurityDomain>> page) {
            if (!page) {
                m_error = page.error();
                become(m_root->children.empty() ? State::Failed : State::Ready);
                return;
            }
            std::move(page->items.begin(), page->items.end(), std::back_inserter(m_incoming));
            if (page->next) {
                fetch(page->next);
            } else {
                build();
                become(State::Ready);
            }
        });
}

void DomainTreeModel::build()
{
    std::vector<std::unique_ptr<Node>> nodes;
    QHash<QString, Node*> byId;
    for (SecurityDomain& domain : m_incoming) {
        nodes.push_back(std::make_unique<Node>());
        nodes.back()->domain = std::move(domain);
        byId.insert(nodes.back()->domain.id, nodes.back().get());
    }
    m_incoming.clear();
    beginResetModel();
    m_root = std::make_unique<Node>();
    for (auto& node : nodes) {
        // Out of scope, a parent is not in the list: its children then stand on top.
        Node* const parent =
            node->domain.parentId ? byId.value(*node->domain.parentId, m_root.get()) : m_root.get();
        node->parent = parent;
        parent->children.push_back(std::move(node));
    }
    sortChildren(*m_root);
    endResetModel();
}

const SecurityDomain* DomainTreeModel::domain(const QModelIndex& index) const
{
    return index.isValid() ? &static_cast<const Node*>(index.internalPointer())->domain : nullptr;
}

QModelIndex DomainTreeModel::indexOfPath(const QString& path) const
{
    const Node* node = search(*m_root, [&](const SecurityDomain& domain) { return domain.path == path; });
    return node != nullptr ? createIndex(node->row, 0, node) : QModelIndex();
}

QModelIndex DomainTreeModel::indexOfId(const QString& id) const
{
    const Node* node = search(*m_root, [&](const SecurityDomain& domain) { return domain.id == id; });
    return node != nullptr ? createIndex(node->row, 0, node) : QModelIndex();
}

QStringList DomainTreeModel::paths() const
{
    QStringList paths;
    collectPaths(*m_root, paths);
    return paths;
}

QModelIndex DomainTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    const Node* above = parent.isValid() ? static_cast<const Node*>(parent.internalPointer()) : m_root.get();
    return createIndex(row, column, above->children[static_cast<size_t>(row)].get());
}

QModelIndex DomainTreeModel::parent(const QModelIndex& index) const
{
    if (!index.isValid()) {
        return {};
    }
    const Node* above = static_cast<const Node*>(index.internalPointer())->parent;
    return above == nullptr || above == m_root.get() ? QModelIndex() : createIndex(above->row, 0, above);
}

int DomainTreeModel::rowCount(const QModelIndex& parent) const
{
    if (parent.column() > 0) {
        return 0;
    }
    const Node* node = parent.isValid() ? static_cast<const Node*>(parent.internalPointer()) : m_root.get();
    return static_cast<int>(node->children.size());
}

int DomainTreeModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QVariant DomainTreeModel::data(const QModelIndex& index, int role) const
{
    const SecurityDomain* domain = this->domain(index);
    if (domain == nullptr) {
        return {};
    }
    if (role == IdRole) {
        return domain->id;
    }
    if (role == PathRole) {
        return domain->path;
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    switch (index.column()) {
    case Name:
        return role == Qt::ToolTipRole ? domain->path
            : domain->name.isEmpty()   ? tr("All domains")
                                       : domain->name;
    case People:
        return role == Qt::DisplayRole ? QVariant(domain->userCount) : QVariant();
    case Tokens:
        return role == Qt::DisplayRole ? QVariant(domain->tokenCount) : QVariant();
    case Lockout:
        return policyText(domain->lockout, role);
    case Token:
        return policyText(domain->token, role);
    case Offline:
        return policyText(domain->offline, role);
    default:
        return {};
    }
}

QVariant DomainTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return role == Qt::DisplayRole ? QVariant()
                                       : QAbstractItemModel::headerData(section, orientation, role);
    }
    switch (section) {
    case Name:
        return tr("Domain");
    case People:
        return tr("People");
    case Tokens:
        return tr("Tokens");
    case Lockout:
        return tr("Lockout policy");
    case Token:
        return tr("Token policy");
    case Offline:
        return tr("Offline policy");
    default:
        return {};
    }
}

void DomainTreeModel::become(State state)
{
    if (m_state != state) {
        m_state = state;
        Q_EMIT stateChanged();
    }
}

} // namespace holdfast::models
