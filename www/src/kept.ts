// What the browser keeps from visit to visit: the theme and the language. Where it may keep nothing, the page does without.

export function recall(name: string): string | null {
    try {
        return localStorage.getItem(name);
    } catch {
        return null;
    }
}

export function keep(name: string, value: string): void {
    try {
        localStorage.setItem(name, value);
    } catch {
        // It begins with the usual again.
    }
}
