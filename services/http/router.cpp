// SPDX-License-Identifier: Apache-2.0
#include "services/http/router.h"

#include "services/http/request_target.h"

#include <map>
#include <stdexcept>
#include <unordered_map>

namespace holdfast::http {

namespace {

constexpr std::array<QByteArrayView, 5> methodNames {"GET", "POST", "PUT", "PATCH", "DELETE"};

struct Hash
{
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view> {}(text); }
};

bool isParameter(const QString& segment)
{
    return segment.startsWith(QLatin1Char('{')) && segment.endsWith(QLatin1Char('}'));
}

} // namespace

// One segment of the tree of templates.
struct Router::Node
{
    struct Leaf
    {
        const Route* route = nullptr;
        QStringList parameters; // in the order of the path
    };
    std::map<QString, std::unique_ptr<Node>> children;
    std::unique_ptr<Node> parameter;
    std::array<Leaf, methodNames.size()> leaves;
    // Of the root: nodes without parameters by their whole path, for the short way.
    std::unordered_map<std::string, const Node*, Hash, std::equal_to<>> fixed;

    [[nodiscard]] bool hasRoutes() const
    {
        return std::any_of(leaves.begin(), leaves.end(),
                           [](const Leaf& leaf) { return leaf.route != nullptr; });
    }
    [[nodiscard]] QByteArray allowed() const
    {
        QByteArray allow;
        for (std::size_t i = 0; i < leaves.size(); ++i) {
            if (leaves[i].route) {
                allow +=
                    (allow.isEmpty() ? "" : ", ") + methodNames[i].toByteArray() + (i == 0 ? ", HEAD" : "");
            }
        }
        return allow;
    }
    [[nodiscard]] Match matched(std::optional<Method> method, const QStringList& values) const
    {
        const Leaf leaf = method ? leaves[static_cast<std::size_t>(*method)] : Leaf {};
        if (!leaf.route) {
            return {.route = nullptr, .status = 405, .allow = allowed(), .pathParameters = {}};
        }
        Match match {.route = leaf.route, .status = 200, .allow = {}, .pathParameters = {}};
        for (qsizetype i = 0; i < leaf.parameters.size(); ++i) {
            match.pathParameters.insert(leaf.parameters[i], values[i]);
        }
        return match;
    }
    // A fixed segment goes before a parameter; what fails on that way is tried on the other.
    [[nodiscard]] Match find(std::optional<Method> method, const QStringList& segments, qsizetype at,
                             QStringList& values) const
    {
        if (at == segments.size()) {
            return hasRoutes() ? matched(method, values) : Match {};
        }
        Match best;
        if (const auto child = children.find(segments[at]); child != children.end()) {
            best = child->second->find(method, segments, at + 1, values);
        }
        if (!best.route && parameter && !segments[at].isEmpty()) {
            values.append(segments[at]);
            Match other = parameter->find(method, segments, at + 1, values);
            values.removeLast();
            if (other.route || best.status == 404) {
                return other;
            }
        }
        return best;
    }
};

Router::Router()
    : m_root(std::make_unique<Node>())
{ }

Router::~Router() = default;
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;

void Router::add(Route route)
{
    Q_ASSERT(route.path.startsWith(QLatin1Char('/')));
    Node* node = m_root.get();
    QStringList parameters;
    for (const QString& segment : route.path.sliced(1).split(QLatin1Char('/'))) {
        std::unique_ptr<Node>& next = isParameter(segment) ? node->parameter : node->children[segment];
        if (isParameter(segment)) {
            parameters.append(segment.sliced(1, segment.size() - 2));
        }
        if (!next) {
            next = std::make_unique<Node>();
        }
        node = next.get();
    }
    Node::Leaf& leaf = node->leaves[static_cast<std::size_t>(route.method)];
    if (leaf.route) {
        throw std::logic_error("two routes of one shape: " + route.path.toStdString());
    }
    if (parameters.isEmpty()) {
        m_root->fixed.emplace(route.path.toStdString(), node);
    }
    m_routes.push_back(std::make_unique<Route>(std::move(route)));
    leaf = {.route = m_routes.back().get(), .parameters = parameters};
}

Router::Match Router::match(Method method, const QString& path) const
{
    QStringList values;
    return path.startsWith(QLatin1Char('/'))
        ? m_root->find(method, path.sliced(1).split(QLatin1Char('/')), 0, values)
        : Match {};
}

std::optional<Router::Match> Router::matchEncoded(std::optional<Method> method, QByteArrayView path) const
{
    const std::string_view whole(path.data(), static_cast<std::size_t>(path.size()));
    if (const auto found = m_root->fixed.find(whole); found != m_root->fixed.end()) {
        return found->second->matched(method, {});
    }
    QStringList segments; // split before decoding, so that %2F stays within its segment
    for (qsizetype start = 1; start <= path.size();) {
        const qsizetype slash = path.indexOf('/', start);
        const qsizetype end = slash < 0 ? path.size() : slash;
        const auto segment = percentDecoded(path.sliced(start, end - start));
        if (!segment) {
            return std::nullopt;
        }
        segments.append(*segment);
        start = end + 1;
    }
    QStringList values;
    return m_root->find(method, segments, 0, values);
}

} // namespace holdfast::http
