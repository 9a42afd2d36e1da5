// SPDX-License-Identifier: Apache-2.0
#include "app/holdfast/pictures/album.h"
#include "app/holdfast/pictures/scenes.h"

namespace holdfast::pictures {
namespace {

constexpr int lookEvery = 30; // milliseconds
constexpr int patience = 20000 / lookEvery;
constexpr int calmLooks = 9; // so long it must stay ready: late answers are in by then

} // namespace

Player::Player(QList<Scene> scenes, Album& album)
    : m_scenes(std::move(scenes))
    , m_album(album)
{
    m_timer.setInterval(lookEvery);
    connect(&m_timer, &QTimer::timeout, this, &Player::look);
}

void Player::start()
{
    next();
}

void Player::next()
{
    if (m_scenes.isEmpty()) {
        m_timer.stop();
        Q_EMIT finished(true);
        return;
    }
    m_looks = 0;
    m_calm = 0;
    m_scenes.first().arrange();
    m_timer.start();
}

void Player::look()
{
    const Scene& scene = m_scenes.first();
    m_calm = scene.isReady() ? m_calm + 1 : 0;
    if (m_calm >= calmLooks) {
        m_timer.stop();
        if (!scene.name.isEmpty() && !m_album.take(scene.name)) {
            Q_EMIT finished(false);
            return;
        }
        m_scenes.removeFirst();
        next();
    } else if (++m_looks > patience) {
        m_timer.stop();
        qCritical("The scene \"%s\" never became ready", qPrintable(scene.name));
        Q_EMIT finished(false);
    }
}

} // namespace holdfast::pictures
