// SPDX-License-Identifier: Apache-2.0
#include "views/widgets/clipboard.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QMimeData>
#include <QTimer>

#include <chrono>

namespace holdfast::views {
namespace {

constexpr std::chrono::seconds secretLife {60};

QByteArray digest(QByteArrayView bytes)
{
    return QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Sha256);
}

// Lives as long as the secret may be on the clipboard; knows it by its digest alone.
class ClearLater final : public QObject
{
public:
    ClearLater(QByteArray hash, QObject* parent)
        : QObject(parent)
        , m_hash(std::move(hash))
    {
        QTimer::singleShot(secretLife, this, [this] { delete this; });
    }
    ~ClearLater() override
    {
        if (qApp && digest(QGuiApplication::clipboard()->text().toUtf8()) == m_hash) {
            QGuiApplication::clipboard()->clear();
        }
    }

private:
    QByteArray m_hash;
};

} // namespace

void copyText(const QString& text)
{
    QGuiApplication::clipboard()->setText(text);
}

void copySecret(const contract::Secret& secret, QObject* owner)
{
    auto* data = new QMimeData;
    data->setText(QString::fromUtf8(secret.reveal()));
    data->setData(QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret"));
    QGuiApplication::clipboard()->setMimeData(data);
    new ClearLater(digest(secret.reveal()), owner);
}

} // namespace holdfast::views
