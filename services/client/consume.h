// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QPointer>

namespace holdfast::client {

// A running call, to be cancelled when its answer is no longer wanted. Copies name the same call. Letting go
// of it changes nothing: the call belongs to the receiver given to consume().
class Call
{
public:
    Call() = default;
    explicit Call(QFutureWatcherBase* watcher)
        : m_watcher(watcher)
    { }
    // The callback will not run any more; the request is taken from the network.
    void cancel()
    {
        if (m_watcher) {
            m_watcher->cancel();
        }
    }
    [[nodiscard]] bool isRunning() const { return !m_watcher.isNull() && !m_watcher->isCanceled(); }

private:
    QPointer<QFutureWatcherBase> m_watcher;
};

namespace detail {
// Dies with its receiver, and takes the call along.
template <class T>
class Consumer final : public QFutureWatcher<T>
{
public:
    using QFutureWatcher<T>::QFutureWatcher;
    ~Consumer() override
    {
        if (!this->isFinished()) {
            this->future().cancel();
        }
    }
};
} // namespace detail

// Runs `callback(T)` once on the receiver's thread when the call has ended, always from the event loop and
// never at once. If the receiver dies first the call is cancelled and the callback never runs. (QFuture::then
// with a context asserts in Qt 6.4 when the context died first.) To be called on the receiver's thread.
// The callback may delete the receiver. It must not hold rows, indexes or references: ids only.
template <class T, class Callback>
Call consume(QFuture<T> future, QObject* receiver, Callback callback)
{
    auto* watcher = new detail::Consumer<T>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher,
                     [watcher, callback = std::move(callback)]() mutable {
                         watcher->deleteLater(); // before the callback, which may delete the receiver and us
                         const QFuture<T> ended = watcher->future();
                         if (!ended.isCanceled() && ended.resultCount() > 0) {
                             auto run = std::move(callback); // outlives this watcher
                             run(ended.result());
                         }
                     });
    watcher->setFuture(future);
    return Call(watcher);
}

} // namespace holdfast::client
