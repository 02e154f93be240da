export const signIn = {
  title: 'Right on the first visit',
  subtitle: 'After-sales service console',
  userName: 'User name',
  password: 'Password',
  submit: 'Sign in',
  needed: 'Please fill in',
  demoTitle: 'A demo: pick a role to sign in',
};
