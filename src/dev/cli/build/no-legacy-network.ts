/**
 * Replaces `@stacks/network-v6`: @stacks/connect recognises networks of its older versions by these
 * classes; none is ever made here.
 */
export class StacksNetwork {}
export class StacksMainnet extends StacksNetwork {}
export class StacksTestnet extends StacksNetwork {}
export class StacksDevnet extends StacksNetwork {}
export class StacksMocknet extends StacksNetwork {}
