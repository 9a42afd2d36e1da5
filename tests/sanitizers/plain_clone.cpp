// SPDX-License-Identifier: Apache-2.0
// QProcess starts programs with clone(CLONE_VM | CLONE_VFORK). GCC 12's libtsan takes the child for a fork of a
// program with threads and lets it ignore what is synchronised from then on; but the child shares its parent's
// memory, so that the thread that started the program is ignored for good, and whatever it hands to another thread
// is reported as a race. Linked into programs of the preset tsan, this goes around libtsan to the C library.
#include <cstdarg>
#include <dlfcn.h>
#include <sched.h>
#include <sys/types.h>

extern "C" int clone(int (*function)(void*), void* stack, int flags, void* argument, ...)
{
    using Clone = int (*)(int (*)(void*), void*, int, void*, pid_t*, void*, pid_t*);
    static const auto real = reinterpret_cast<Clone>(dlsym(dlopen("libc.so.6", RTLD_LAZY), "clone"));
    va_list more;
    va_start(more, argument);
    auto* parentId = va_arg(more, pid_t*);
    void* threadArea = va_arg(more, void*);
    auto* childId = va_arg(more, pid_t*);
    va_end(more);
    return real(function, stack, flags, argument, parentId, threadArea, childId);
}
